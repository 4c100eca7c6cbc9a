/** Groups of node kinds that share members in plugin-api.d.ts. */
const pageKinds = ['DOCUMENT', 'PAGE'] as const
/** `BaseFrameMixin`. */
export const frameKinds = ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'] as const
/** `ConstraintMixin` without frames: shapes whose box is their own. */
export const shapeKinds = ['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'LINE', 'VECTOR', 'TEXT'] as const
export const fittedKinds = ['GROUP', 'BOOLEAN_OPERATION'] as const

/** `LayoutMixin` and `BlendMixin`: every layer but sections. */
export const layerKinds = [...frameKinds, ...shapeKinds, ...fittedKinds] as const
export const sceneKinds = [...layerKinds, 'SECTION'] as const
export const allKinds = [...pageKinds, ...sceneKinds] as const
export const constrainedKinds = [...frameKinds, ...shapeKinds] as const
/** `MinimalFillsMixin`. */
export const filledKinds = [...frameKinds, ...shapeKinds, 'BOOLEAN_OPERATION', 'SECTION'] as const
/** `GeometryMixin`. */
export const geometryKinds = [...frameKinds, ...shapeKinds, 'BOOLEAN_OPERATION'] as const
/** `ChildrenMixin`; the document has `children` of its own. */
export const parentKinds = [...frameKinds, ...fittedKinds, 'SECTION', 'PAGE'] as const
/** `RectangleCornerMixin`. */
export const fourCornerKinds = [...frameKinds, 'RECTANGLE', 'SECTION'] as const
/** `CornerMixin`. */
export const corneredKinds = [
  ...fourCornerKinds,
  'ELLIPSE',
  'POLYGON',
  'STAR',
  'VECTOR',
  'BOOLEAN_OPERATION'
] as const
