package fr.plisante.keycloak;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
