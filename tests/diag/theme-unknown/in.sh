printf 'theme: dark\n' >> tekigo.yaml
