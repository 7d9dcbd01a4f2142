package fr.plisante.auth;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
