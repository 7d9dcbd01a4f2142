package fr.plisante.gateway;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
