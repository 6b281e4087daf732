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

function Form({ questionnaire, begun }) {
  const client = useRendererQueryClient();
  const building = useBuildForm({ questionnaire, questionnaireResponse: begun });
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
    const root = createRoot(document.getElementById('form'));
    window.filledForm = () => JSON.stringify(removeEmptyAnswersFromResponse(questionnaire, getResponse()));
    window.beginForm = begun => {
      delete document.body.dataset.ready;
      root.render(<Form key="begun" questionnaire={questionnaire} begun={begun} />);
    };
    root.render(<Form questionnaire={questionnaire} />);
  });
