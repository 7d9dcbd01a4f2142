package fr.plisante.notification;

import fr.plisante.testkit.ServiceRules;

class ArchitectureTests implements ServiceRules {}
