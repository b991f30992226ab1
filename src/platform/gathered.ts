interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Asks many small questions in few round trips: one goes at once, those that come while it is on its way go together in the
 * next. Every question is asked after it came, so that no answer is older than its question; nothing is remembered.
 */
export class Gathered<Question, Answer> {
  private waiting: Waiting<Question, Answer>[] = [];
  private isAsking = false;

  constructor(private readonly ask: (questions: readonly Question[]) => Promise<(question: Question) => Answer>) {}

  answer(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.isAsking) void this.askAll();
    });
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0);
      try {
        const answerTo = await this.ask(asked.map(({ question }) => question));
        for (const { question, resolve } of asked) resolve(answerTo(question));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.isAsking = false;
  }
}
