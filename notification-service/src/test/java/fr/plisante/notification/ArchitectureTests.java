package fr.plisante.notification;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
