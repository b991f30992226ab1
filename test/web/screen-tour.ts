import type { Page } from 'playwright-core';
import { axeFaults, overflow, settled, shoot } from './browser.js';

/** A screen as somebody sees it: where it is, and what they do there before it is looked at. */
export interface Look {
  readonly name: string;
  readonly address: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

/** Goes from look to look, keeps a picture of each, and answers what is wrong with them, a line each. */
export async function screenTour(page: Page, looks: readonly Look[], pictures: (look: string) => string): Promise<string[]> {
  const faults: string[] = [];
  const broken = (error: Error) => faults.push(`${page.url()} broke: ${error.message}`);
  page.on('pageerror', broken);
  for (const { name, address, act } of looks) {
    try {
      await page.goto(address);
      await settled(page);
      await act?.(page);
      await settled(page);
      faults.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
      const wider = await overflow(page);
      if (wider > 0) faults.push(`${name}: ${wider} px wider than its window`);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await shoot(page, pictures(name));
  }
  page.off('pageerror', broken);
  return faults;
}
