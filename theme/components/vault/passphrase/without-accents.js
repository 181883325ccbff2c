/**
 * Return a text without its accents; what is no accent, as in Korean, stays whole.
 * @param {string} text
 */
export const withoutAccents = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
