/** Who runs the service, where keys are had, and the page on this interface, from which account and prices are reached. */
export const provider = {
  name: 'PicWish',
  url: 'https://picwish.com',
  creditsUrl: 'https://picwish.com/new-image-expansion-api-doc'
} as const
