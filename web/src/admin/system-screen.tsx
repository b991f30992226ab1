import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { BackgroundSection } from './background-section';
import { DeadLetterList } from './dead-letter-list';
import { DemoSection } from './demo-section';

/** How the product itself is doing: the work it does by itself, what it gave up, and the demo where it is one. */
export function Component() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeader title={t('system.title')} text={t('system.text')} />
      <DemoSection />
      <BackgroundSection />
      <DeadLetterList />
    </>
  );
}
