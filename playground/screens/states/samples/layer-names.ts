/** Names that designers and their imports give to layers, and that a narrow window has to bear. */
export const layerNames = {
  plain: 'Hero',
  long: 'Homepage hero with the winter campaign’s main picture, second version after the review with marketing, final, really final, do not touch, copy 3, exported from the old file on Tuesday, large screens only',
  unbroken:
    'homepage_hero_winter_campaign_main_picture_v2_after_review_marketing_final_really_final_do_not_touch_copy_3_exported_from_the_old_file_tuesday_large_screens_only_2880x1620_srgb_uncompressed_original',
  rightToLeft: 'صورة الغلاف للصفحة الرئيسية، النسخة الثانية بعد المراجعة',
  emoji: '🏖️ Summer 🌊 sale 🇭🇰 👩‍👩‍👧‍👦'
} as const
