mkdir -p training/quizzes
cat >training/quizzes/Q-1.yaml <<'END'
id: Q-1
title: Quiz
pass_mark: 80
questions: [{question: Is it so, answer: ○}]
END
cat >training/training.yaml <<'END'
- {id: TR-1, name: Basics, planned_start: 2026-04-01, planned_end: 2026-04-10, held_start: 2026-04-01, held_end: 2026-04-10, quiz: Q-1, participants: [{person: P-2, date: 2026-04-02, score: 80}]}
END
