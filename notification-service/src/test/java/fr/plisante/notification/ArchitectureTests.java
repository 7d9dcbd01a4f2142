package fr.plisante.notification;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
