/** Classes that plugins and themes give to rows of buttons for sharing a story, and to lists that count or ask for it. */
export const SHARE_CLASSES =
  /^(?:sharedaddy|sd-sharing.*|sharing-buttons?|share-buttons?|social-share.*|share-post|post-share|entry-share|addtoany_(?:share_save_container|content|list)|a2a_kit|addthis_(?:toolbox|inline_share_toolbox)|heateor_sss_.*|ssba.*|ssbp-.*|shareaholic-canvas|essb_links|swp_social_panel|et_social_inline|mashsb-container|simplesocialbuttons|scriptlesssocialsharing|jp-relatedposts|robots-nocontent|shariff|jetpack-likes-widget-wrapper)$/;
