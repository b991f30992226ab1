/** From the strongest yes to the strongest no; abstaining is a vote of its own. */
export const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const;
export const CHOICES = [...OUTCOMES, 'abstain'] as const;
