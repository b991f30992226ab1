import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Me } from '../api/me';
import type { Language } from './language';

/** Headings of the navigation, in their order. */
export const SCREEN_GROUPS = ['work', 'process', 'organisation'] as const;
export type ScreenGroup = (typeof SCREEN_GROUPS)[number];

/** A screen in the navigation and the command palette. */
export interface AreaScreen {
  readonly path: string;
  readonly label: Readonly<Record<Language, string>>;
  /** More words the palette finds it by. */
  readonly keywords?: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  /** Smaller comes first. */
  readonly order: number;
  /** Everyday work, unless said. */
  readonly group?: ScreenGroup;
  /** Left out where the person has nothing to do there; default everybody. */
  readonly show?: (me: Me) => boolean;
}

/**
 * A part of the product with its own folder, words and screens. To add one: `web/src/<name>/area.ts` with a default export, and
 * `web/src/words/<language>/<name>.json`. Routes are lazy, so that this file costs next to nothing until a screen is opened.
 */
export interface Area {
  readonly screens: readonly AreaScreen[];
  readonly routes: readonly RouteObject[];
}

const FOUND = import.meta.glob<Area>('../*/area.ts', { eager: true, import: 'default' });

export const AREAS: readonly Area[] = Object.values(FOUND);

export function screensFor(me: Me): AreaScreen[] {
  return AREAS.flatMap((area) => area.screens)
    .filter((screen) => screen.show?.(me) ?? true)
    .sort((a, b) => a.order - b.order);
}
