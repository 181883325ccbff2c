/** A file, or a part of it, that is not read. Its message is a sentence for the reader. */
export class Refusal extends Error {
  name = "Refusal";
}
