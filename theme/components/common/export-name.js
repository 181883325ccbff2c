// What files that readers save are called, until they write another name: lists of downloads show it to others.

/** The organisation's own name for them: `theme/base.html` states it where it is not the usual one. */
const own = () => document.documentElement.dataset.exports;

export const exportName = () => own() ?? "notes";

/**
 * Return the name of a file of a log, whose usual name says what it is, such as `log.csv` or `report.html`.
 * @param {string} usual
 */
export const logFileName = (usual) => usual.replace(/^(log-report|report|log)(?=[.-])/, own() ?? "$&");
