// Browsers of 2022, which the guide is made for, have no `toWellFormed` of their own.
const HALF = /[\ud800-\udfff]/gu; // of a pair, standing alone

/**
 * Return a text with a sign in place of each half of a pair.
 * @param {string} text
 */
export const wellFormed = (text) => text.replace(HALF, "\ufffd");
