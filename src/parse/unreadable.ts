/** Thrown by a parser for bytes that cannot be read. Any other error is our own mistake and stays loud. */
export class Unreadable extends Error {
  /** Kebab-case and stable: it goes into the failures table. */
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
