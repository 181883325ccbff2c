// A plan of an earlier format, brought to today's one version at a time. No DOM here.

/**
 * A plan as it was saved. What it holds beside these two depends on its version.
 * @typedef {{kind: string, version: number} & Record<string, unknown>} SavedPlan
 *
 * Makes the next version's plan of one version's, and is named for what it changes. Nobody has checked the plan yet:
 * a field may be missing, or of any type. What a migration is not given to change stays as it is.
 * @typedef {(plan: Readonly<SavedPlan>) => SavedPlan} Migration
 */

/**
 * The first one brings version 1 to 2, the next one 2 to 3. So the chain has no gap, and its length tells today's version.
 * @type {readonly Migration[]}
 */
export const MIGRATIONS = [];

/**
 * Return a plan in the version at the end of the chain. Its own version is one that the chain knows.
 * @param {SavedPlan} plan
 * @param {readonly Migration[]} migrations
 * @returns {SavedPlan}
 */
export function upgrade(plan, migrations = MIGRATIONS) {
  const next = (older, migrate) => ({ ...migrate(older), version: older.version + 1 });
  return migrations.slice(plan.version - 1).reduce(next, plan);
}
