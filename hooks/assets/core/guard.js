// Stands first in the small core's script. What comes after a function that is not there can be wrong, so it stops Python for
// good: without its memory no answer leaves it, even where something catches the error.
function __stop(error = new WebAssembly.RuntimeError("not in this core")) {
  HEAP8 = HEAP16 = HEAP32 = HEAPU8 = HEAPU16 = HEAPU32 = HEAPF32 = HEAPF64 = HEAP64 = HEAPU64 = null;
  for (const name of Object.keys(Module)) if (name.startsWith("HEAP")) Module[name] = null;
  updateMemoryViews = () => {};
  throw error;
}

/* eslint-disable no-unused-vars -- the rest of the script calls them */

/** Each `catch` of the script calls it. */
function __check(error) {
  if (error instanceof WebAssembly.RuntimeError) __stop(error);
}

/** Read a view of the memory. A pointer at data that is not in this core leads to where no memory is. */
function __read(view, index) {
  const value = view[index];
  if (value === undefined) __stop();
  return value;
}

function __inside(address) {
  if (address >= HEAPU8.length) __stop();
}
