import { VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBriefcase, IconLayoutKanban, IconScale, IconSearch, IconUser } from '@tabler/icons-react';
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../api/me';
import { screensFor } from './area';
import { currentLanguage, LANGUAGES } from './language';
import { type PaletteHit, usePaletteSearch } from './palette-search';

const [store, palette] = createSpotlight();

/** The list scrolls, so that a keyboard must be able to reach it. */
const LIST = { viewportProps: { tabIndex: 0 } };

interface Group {
  readonly name: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  readonly hits: readonly PaletteHit[];
}

/** Go to any screen, candidate, application, debrief or job by typing. Opens each time it is asked for. */
export function Palette({ asked }: { readonly asked: number }) {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 200);
  useEffect(() => palette.open(), [asked]);
  const { isSearching, candidates, applications, debriefs, jobs } = usePaletteSearch(search);
  const wanted = query.trim().toLocaleLowerCase();
  const screens = (me ? screensFor(me) : []).filter((screen) =>
    [...LANGUAGES.map((language) => screen.label[language]), screen.keywords ?? ''].join(' ').toLocaleLowerCase().includes(wanted),
  );
  const people = candidates.map(({ applications: count, ...hit }) => ({ ...hit, description: t('palette.applications', { count }) }));
  const groups: readonly Group[] = [
    { name: t('palette.candidates'), icon: IconUser, hits: people },
    { name: t('palette.runs'), icon: IconLayoutKanban, hits: applications },
    { name: t('palette.debriefs'), icon: IconScale, hits: debriefs },
    { name: t('palette.jobs'), icon: IconBriefcase, hits: jobs },
  ].filter(({ hits }) => hits.length > 0);
  const go = (path: string) => () => void navigate(path);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={420}
      onSpotlightClose={() => setQuery('')}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList {...LIST}>
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.screens')}>
            {screens.map(({ path, label, icon: Icon }) => (
              <Spotlight.Action key={path} label={label[currentLanguage()]} leftSection={<Icon size={18} stroke={1.6} />} onClick={go(path)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.map(({ name, icon: Icon, hits }) => (
          <Spotlight.ActionsGroup key={name} label={name}>
            {hits.map(({ path, label, description }) => (
              <Spotlight.Action
                key={path}
                label={label}
                {...(description ? { description } : {})}
                leftSection={<Icon size={18} stroke={1.6} />}
                // The heading of the group is drawn only, not read out.
                rightSection={<VisuallyHidden>{name}</VisuallyHidden>}
                onClick={go(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {screens.length === 0 && groups.length === 0 && <Spotlight.Empty>{t(isSearching ? 'loading' : 'palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
