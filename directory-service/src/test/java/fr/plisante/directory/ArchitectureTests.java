package fr.plisante.directory;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
