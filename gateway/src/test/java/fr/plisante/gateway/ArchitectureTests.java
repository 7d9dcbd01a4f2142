package fr.plisante.gateway;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
