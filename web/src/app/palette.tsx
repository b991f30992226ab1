import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client';
import { useMe } from '../api/me';
import { screensFor } from './area';
import { currentLanguage, LANGUAGES } from './language';

const [store, palette] = createSpotlight();

/** Go to any screen or candidate by typing. Opens each time it is asked for. */
export function Palette({ asked }: { readonly asked: number }) {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 200);
  useEffect(() => palette.open(), [asked]);
  const candidates = useCandidateSearch(search);
  const wanted = query.trim().toLocaleLowerCase();
  const screens = (me ? screensFor(me) : []).filter((screen) =>
    [...LANGUAGES.map((language) => screen.label[language]), screen.keywords ?? ''].join(' ').toLocaleLowerCase().includes(wanted),
  );
  const found = search === '' ? [] : (candidates.data?.items ?? []);
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
      <Spotlight.ActionsList>
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.screens')}>
            {screens.map(({ path, label, icon: Icon }) => (
              <Spotlight.Action key={path} label={label[currentLanguage()]} leftSection={<Icon size={18} stroke={1.6} />} onClick={go(path)} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.candidates')}>
            {found.map((candidate) => (
              <Spotlight.Action
                key={candidate.id}
                label={candidate.name}
                description={t('palette.applications', { count: candidate.applications })}
                leftSection={<IconUser size={18} stroke={1.6} />}
                onClick={go(`/candidates/${candidate.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {screens.length === 0 && found.length === 0 && <Spotlight.Empty>{t(candidates.isFetching ? 'loading' : 'palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useCandidateSearch(search: string) {
  return useQuery({
    queryKey: ['candidates', 'palette', search],
    enabled: search !== '',
    placeholderData: (before) => before,
    queryFn: () => unwrap(api.GET('/api/v1/candidates', { params: { query: { search, limit: 8 } } })),
  });
}
