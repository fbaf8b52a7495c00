/** Text broken into lines that fit the terminal (100 columns where there is none), each after an indent. */
export function wrap(text: string, indent = "", columns = Math.min(process.stdout.columns ?? 100, 110)): string {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1)!;
    if (line !== "" && indent.length + line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line).join("\n");
}
