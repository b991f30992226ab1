import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryState } from '../ui/query-state';
import { ClockList } from './clock-list';
import { ForecastWords } from './forecast-words';
import { timelineQuery } from './queries';
import { PauseSection } from './pause-section';
import { TimelineFacts } from './timeline-facts';
import { TimelineDrawing } from './timeline-drawing';
import { TimelineTable } from './timeline-table';

/** An application's times: drawn, in a table, and who holds what until when. */
export function TimelineTab({ applicationId }: { readonly applicationId: string }) {
  return (
    <QueryState query={useQuery(timelineQuery(applicationId))}>
      {(timeline) => (
        <Stack gap="xl">
          <TimelineFacts timeline={timeline} />
          <div>
            <TimelineDrawing timeline={timeline} />
            <TimelineTable timeline={timeline} />
          </div>
          <ClockList timeline={timeline} />
          {timeline.forecast && <ForecastWords forecast={timeline.forecast} />}
          <PauseSection timeline={timeline} />
        </Stack>
      )}
    </QueryState>
  );
}
