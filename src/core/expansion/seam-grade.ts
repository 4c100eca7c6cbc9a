/** Whether the edge of the picture can be made out in the new image. */
export type SeamGrade = 'unseen' | 'hardly-seen' | 'seen'

/**
 * Grades the mean difference across the edge, ΔE 2000. Two colours side by side that differ by less than 1 look the same;
 * up to 3 the difference is found by those who look for it.
 */
export function seamGrade(mean: number): SeamGrade {
  return mean < 1 ? 'unseen' : mean < 3 ? 'hardly-seen' : 'seen'
}
