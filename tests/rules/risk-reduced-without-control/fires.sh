sed -i '/  controls: \["8.13", "5.1"\]/d' risks/risks.yaml
