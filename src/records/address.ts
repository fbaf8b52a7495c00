/** An address as it may be shown. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password) url.password = "…";
  return decodeURI(url.href);
}
