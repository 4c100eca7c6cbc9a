import * as v from 'valibot'

/** Settings of an image export, strict, after `ExportSettingsImage` in plugin-api.d.ts; other formats are not imitated. */
export const exportSettingsSchema = v.strictObject({
  format: v.picklist(['PNG', 'JPG']),
  contentsOnly: v.exactOptional(v.boolean()),
  useAbsoluteBounds: v.exactOptional(v.boolean()),
  suffix: v.exactOptional(v.string()),
  constraint: v.exactOptional(
    v.strictObject({
      type: v.picklist(['SCALE', 'WIDTH', 'HEIGHT']),
      value: v.pipe(v.number(), v.gtValue(0, 'Number must be greater than 0'))
    })
  ),
  colorProfile: v.exactOptional(v.picklist(['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4']))
}) satisfies v.GenericSchema<unknown, ExportSettingsImage>
