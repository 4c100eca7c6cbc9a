/** The same keys with what `change` makes of their values. */
export function mapValues<Key extends string, Value, Result>(
  table: Readonly<Record<Key, Value>>,
  change: (value: Value) => Result
): Readonly<Record<Key, Result>> {
  // Object.entries and Object.fromEntries know of no keys.
  return Object.fromEntries(
    Object.entries<Value>(table).map(([key, value]) => [key, change(value)])
  ) as Record<Key, Result>
}

/** The same values, each named after its table and its key. */
export function named<Value>(
  table: string,
  values: Readonly<Record<string, Value>>
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${table}: ${key}`, value]))
}
