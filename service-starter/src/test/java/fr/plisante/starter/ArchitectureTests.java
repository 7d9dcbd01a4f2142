package fr.plisante.starter;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
