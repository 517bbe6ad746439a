sed -i 's/attendees: \[P-1, P-3\]/attendees: [P-1, P-3/' reviews/MR-2.yaml
