/** Who runs the service, and where keys and credits are had. */
export const provider = { name: 'PicWish', url: 'https://picwish.com' } as const
