import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The section in sight is behind the `#` of the address, so that back, reload and links keep it. It changes here at once, not when the
 * router gets to it: a number key pressed right after must not score the criterion before.
 */
export function useSection(sections: readonly string[]): readonly [string, (section: string) => void] {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const asked = decodeURIComponent(hash.slice(1));
  const [wanted, setWanted] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setWanted(asked);
  }
  // A criterion of another round is known a moment later than those of this one.
  const current = sections.includes(wanted) ? wanted : (sections[0] ?? 'verdict');
  const goTo = (section: string) => {
    setWanted(section);
    void navigate({ pathname, hash: section }, { preventScrollReset: true });
    // The heading of the new section, once it is drawn.
    requestAnimationFrame(() => {
      const title = document.getElementById('section-title');
      title?.focus({ preventScroll: true });
      if (title && title.getBoundingClientRect().top < 100) title.scrollIntoView({ block: 'start' });
    });
  };
  return [current, goTo];
}
