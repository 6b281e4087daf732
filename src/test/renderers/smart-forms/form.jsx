import {
  BaseRenderer,
  RendererThemeProvider,
  getResponse,
  removeEmptyAnswersFromResponse,
  useBuildForm,
  useRendererQueryClient
} from '@aehrc/smart-forms-renderer';
import { QueryClientProvider } from '@tanstack/react-query';
import React, { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

function Form({ questionnaire }) {
  const client = useRendererQueryClient();
  const building = useBuildForm({ questionnaire });
  useEffect(() => {
    if (!building) {
      document.body.dataset.ready = 'true';
    }
  }, [building]);
  return building ? null : (
    <RendererThemeProvider>
      <QueryClientProvider client={client}>
        <BaseRenderer />
      </QueryClientProvider>
    </RendererThemeProvider>
  );
}

fetch('/questionnaire.json')
  .then(answer => answer.json())
  .then(questionnaire => {
    window.filledForm = () => JSON.stringify(removeEmptyAnswersFromResponse(questionnaire, getResponse()));
    createRoot(document.getElementById('form')).render(<Form questionnaire={questionnaire} />);
  });
