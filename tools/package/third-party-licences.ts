import type { BundledPackage } from './bundled-packages'

/** The licences of everything in the plugin that is not its own, as one text. */
export function thirdPartyLicences(packages: readonly BundledPackage[]): string {
  const parts = [...packages]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(
      ({ name, version, license, licenseText }) =>
        `${name} ${version} (${license})\n\n${licenseText.replaceAll('\r\n', '\n').trim()}\n`
    )
  return ['Full Bleed contains parts of the following packages, under these licences.\n', ...parts].join(
    `\n${'-'.repeat(78)}\n\n`
  )
}
