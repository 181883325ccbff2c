// Migrate a document of an earlier format to today's, one version at a time. No DOM here.

/**
 * A document as it was saved. What it holds besides these two depends on its kind and version.
 * @typedef {{kind: string, version: number} & Record<string, unknown>} SavedDocument
 *
 * Makes the next version's document of one version's, and is named for what it changes. Nobody has checked the document
 * yet: a field may be missing, or of any type. What a migration is not given to change stays as it is.
 * The first one of a kind migrates version 1 to 2, the next one 2 to 3. So the chain has no gap, and its length gives
 * today's version.
 * @typedef {(document: Readonly<SavedDocument>) => SavedDocument} Migration
 */

/**
 * Return a document in the version at the end of its kind's chain. Its own version is one that the chain knows.
 * @param {SavedDocument} document
 * @param {readonly Migration[]} migrations
 * @returns {SavedDocument}
 */
export function upgrade(document, migrations) {
  /**
   * @param {SavedDocument} older
   * @param {Migration} migrate
   * @returns {SavedDocument}
   */
  const next = (older, migrate) => ({ ...migrate(older), version: older.version + 1 });
  return migrations.slice(document.version - 1).reduce(next, document);
}
