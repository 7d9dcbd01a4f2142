package fr.plisante.webmail;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
