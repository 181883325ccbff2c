// The first steps of the order: five at a time, of those that the reader has neither chosen nor marked.

const AT_A_TIME = 5;

/** `isOpen(id)` says whether the reader has done nothing with a step yet. */
export function createFirstSteps(isOpen) {
  let order = [];
  let ids = [];
  const waiting = () => order.filter(isOpen);

  return {
    get ids() {
      return ids;
    },

    /** Take another order. What is shown stays, as long as it fits. */
    setOrder(next) {
      order = next;
      ids = ids.filter((id) => order.includes(id));
    },

    /** Begin with the first five. */
    begin() {
      ids = waiting().slice(0, AT_A_TIME);
    },

    /** Add some more; return them. */
    more() {
      const added = waiting()
        .filter((id) => !ids.includes(id))
        .slice(0, AT_A_TIME);
      ids = [...ids, ...added];
      return added;
    },

    hasMore: () => waiting().some((id) => !ids.includes(id)),
  };
}
