mkdir staff && mv people.yaml staff/people.txt && ln -s staff/people.txt people.yaml
