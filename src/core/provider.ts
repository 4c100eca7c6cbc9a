/** The provider of the service, its site (keys), and the API's page, which links to account and prices. */
export const provider = {
  name: 'PicWish',
  url: 'https://picwish.com',
  creditsUrl: 'https://picwish.com/new-image-expansion-api-doc'
} as const
