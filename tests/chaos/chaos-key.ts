/** The key of every schedule; it is in no text of the plugin or the stand-in. */
export const chaosKey = 'k3y-0f-chaos'
