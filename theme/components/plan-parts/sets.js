// Sets of named values, where a name may come from a file, from another tab or from an older guide. No DOM here.
// Read as `set[name]`, a name that every object has would bring along what belongs to no plan.

/** Return the value that a set itself holds under a name. */
export function valueIn(set, name) {
  return Object.hasOwn(set, name) ? set[name] : undefined;
}

/** Leave out what has a name that every object has: no guide has written one, and a file may be made to harm. */
export function withoutNamesOfAllObjects(set) {
  return Object.fromEntries(Object.entries(set).filter(([name]) => !isOfAllObjects(name)));
}

export const isOfAllObjects = (name) => Object.hasOwn(Object.prototype, name);
