package fr.plisante.registration;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
