/** Shortcodes of well-known plugins and themes that carry no text of their own: the tags are dropped, what stands between is kept. */
export const KNOWN_SHORTCODES: readonly RegExp[] = [
  /^(?:contact-form-7|contact-form|wpforms|gravityform|ninja_form|formidable|mc4wp_form|newsletter|everest_form|recaptcha)$/,
  /^(?:rev_slider|layerslider|metaslider|smartslider3|nggallery|ngg|slideshow|foogallery|envira-gallery)$/,
  /^(?:adrotate|advanced_ads|the_ad|the_ad_group|ad|ads|adsense|quads|adinserter|ai_[\w-]+)$/,
  /^(?:toc|ez-toc|table-of-contents|social_share|addtoany|ssba|sharethis|sitemap|site_reviews)$/,
  /^(?:columns?|row|one_half|one_third|two_third|one_fourth|three_fourth|clear|divider|spacer|button|dropcap|highlight|tabs?|accordion|toggle)$/,
  /^(?:wp_caption|pullquote|quote|box|note|infobox|alert|tooltip|intro|lead)$/,
];

/** Shortcodes that hold the address of something to embed, as text between the tags or as an attribute. */
export const EMBED_SHORTCODES: readonly string[] = [
  'embed',
  'youtube',
  'vimeo',
  'tweet',
  'twitter',
  'instagram',
  'facebook',
  'soundcloud',
  'spotify',
  'dailymotion',
  'tiktok',
  'ted',
  'slideshare',
  'googlemaps',
  'iframe',
  'fb_plugin',
];
