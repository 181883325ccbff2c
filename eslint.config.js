// Rules that find faults. How code looks is Prettier's business, and which names exist is TypeScript's.
import js from "@eslint/js";

export default [
  {
    files: ["**/*.{js,mjs}"],
    rules: {
      ...js.configs.recommended.rules,
      "array-callback-return": "error",
      complexity: ["error", 14],
      "consistent-return": "error",
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "no-control-regex": "off", // what nobody can type is left out by name
      "no-implicit-globals": "error",
      "no-misleading-character-class": "off", // signs that are not seen, one by one
      "no-shadow": "error",
      "no-throw-literal": "error",
      "no-undef": "off", // TypeScript knows all names of a page and of a worker
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "prefer-promise-reject-errors": ["error", { allowEmptyReject: true }],
    },
  },
];
