/** A letter that asks two things and promises one, from a made-up body to another; `number` tells such letters apart. */
export const letterText = (number: number): string => `Councillor Ada Thornbury
Chair, Quays Committee

Harold Pember
Director of Quays
Port Authority

${(number % 27) + 1} March 2024

Dear Mr Pember,

Quay number ${number}

Thank you for coming to our meeting about quay number ${number}. Members had further questions.

Will you publish the survey of quay number ${number} by 30 June 2024?

Please send the Committee the cost of mending wall ${number} of the quay.

I will send you the Committee's report on quay number ${number} by 1 May 2024.

Yours sincerely,

Ada Thornbury
`;

/** The answer to \`letterText(number)\`. */
export const replyText = (number: number): string => `Harold Pember
Director of Quays
Port Authority

Councillor Ada Thornbury
Chair, Quays Committee

20 April 2024

Dear Councillor Thornbury,

Quay number ${number}

Thank you for your letter dated ${(number % 27) + 1} March 2024 about quay number ${number}.

We will publish the survey of quay number ${number} in May 2024.

Mending wall ${number} of the quay cost £${number}4,000.

Yours sincerely,

Harold Pember
`;
