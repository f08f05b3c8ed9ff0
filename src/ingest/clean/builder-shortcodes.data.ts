/** Shortcodes of page builders: WPBakery, Divi, Avada, Enfold, Shortcodes Ultimate and those made after them. */
export const BUILDERS =
  /^(?:vc|et_pb|fusion|av|su|cs|mk|tatsu|ux|thrive|tve|tcb|nectar|qode|elementor|wpb|fl|mkdf|edgtf|eltdf|cmsmasters|kc|bt_bb|tdc|td_block|jnews)_[\w-]+$/;

/** Those of them that stand within a line. */
export const WITHIN_A_LINE = /(?:drop_?cap|highlight|tooltip|popover|label|icon|lightbox|modal_text_link|animate|svg)$/;

/** Attributes that a page shows as a heading, as lines, or under what somebody says. Templates, layouts and names for editors are no text. */
export const SHOWN: Readonly<Record<'heading' | 'line' | 'signature', readonly string[]>> = {
  heading: ['title', 'heading', 'h2'],
  line: ['subtitle', 'subheading', 'subhead', 'h4', 'text', 'button_text', 'btn_title'],
  signature: ['author', 'cite', 'job_title', 'position', 'company_name'],
};

/** Elements whose `title` names a widget, a file or a place on a map. */
export const TITLE_UNSEEN = /(?:image|imageframe|video|youtube|vimeo|gallery|gmaps?|map|carousel|slider)s?$/;

/** Values of such attributes that choose something. */
export const CHOICES: ReadonlySet<string> = new Set(
  'yes no true false on off none default inherit show hide left right center top bottom'.split(' '),
);

/** Elements that show a picture, a gallery or a film, and the attributes that say which. */
export const PICTURE = {
  elements: /(?:_image|_imageframe|_single_image|_fullwidth_image)$/,
  ids: ['image', 'attachment', 'image_id'],
  addresses: ['src', 'custom_src', 'image', 'url'],
} as const;
export const GALLERY = {
  elements: /(?:_gallery|_images_carousel|_image_carousel|_media_grid)$/,
  ids: ['images', 'gallery_ids', 'ids', 'include'],
} as const;
export const PLAYER = {
  elements: /(?:_video|_youtube|_vimeo|_audio|_soundcloud|_dailymotion)$/,
  addresses: ['link', 'src', 'url', 'id', 'video', 'audio'],
} as const;

/** Elements that hold HTML in base64. */
export const PACKED: readonly string[] = ['vc_raw_html', 'fusion_code', 'td_block_raw_html'];
