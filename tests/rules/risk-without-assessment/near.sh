# Event-based: the risk carries its own C, I and A.
sed -i '0,/approach: asset/s/approach: asset/approach: event/; 0,/assets: \[A-001\]/s/assets: \[A-001\]/confidentiality: 1\n  integrity: 3\n  availability: 2/' risks/risks.yaml
